#include <string>

#include "people/person.hpp"
