#pragma once

#include "groups/group.hpp"
