#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/optional.hpp>
