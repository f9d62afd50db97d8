#include "cli/surroundings.hpp"
