#pragma once

#include "groups/schedule.hpp"
