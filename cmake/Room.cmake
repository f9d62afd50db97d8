# peergroup_room(NAME SOURCES ... HEADERS ... USES rooms... PACKAGES targets...)
# One room of the library: its headers are verified to compile alone, and it links only the rooms it names in USES.
# PACKAGES are private: no third-party header leaves the room.
function(peergroup_room name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;USES;PACKAGES")
  add_library(peergroup_${name} STATIC ${arg_SOURCES})
  add_library(peergroup::${name} ALIAS peergroup_${name})
  target_sources(peergroup_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/lib" FILES ${arg_HEADERS})
  set_target_properties(peergroup_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  list(TRANSFORM arg_USES PREPEND "peergroup::")
  target_link_libraries(peergroup_${name} PUBLIC peergroup::conventions ${arg_USES} PRIVATE packages::fmt ${arg_PACKAGES})
endfunction()
