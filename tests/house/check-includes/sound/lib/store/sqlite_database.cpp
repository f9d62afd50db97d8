#include "store/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

const char* const insert = "INSERT INTO step VALUES (1)";
