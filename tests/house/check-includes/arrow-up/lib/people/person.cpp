#include "admission/places.hpp"
