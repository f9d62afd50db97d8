#include "people/person_register.hpp"

const char* const read = R"sql(SELECT attended FROM session WHERE starts_on >= $1)sql";
