#include "people/person_register.hpp"
