#include "language/text.hpp"
#include "people/person.hpp"
