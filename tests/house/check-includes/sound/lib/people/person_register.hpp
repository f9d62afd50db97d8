#pragma once

#include "store/database.hpp"
