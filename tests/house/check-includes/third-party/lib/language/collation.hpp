#pragma once

#include <unicode/coll.h>
