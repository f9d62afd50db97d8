#pragma once

#include "groups/meeting.hpp"
