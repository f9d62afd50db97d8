#pragma once

#include "cellar/wine.hpp"
