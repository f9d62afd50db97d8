#include "people/person_register.hpp"

#include "store/database.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

// A SELECT in a comment is none, and "admission/places.hpp" in one is no arrow: #include "admission/places.hpp"
const char* const insert = R"sql(INSERT INTO person_birth (person, born_on) VALUES ($1, $2)
                                 ON CONFLICT (person) DO UPDATE SET born_on = excluded.born_on)sql";
const char* const read = R"sql(SELECT born_on FROM person_birth WHERE person = $1)sql";
