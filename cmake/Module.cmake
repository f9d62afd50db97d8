# peergroup_module(NAME SOURCES ... PACKAGES targets...)
# A part of the program that is opened on demand: NAME.so in lib/peergroup, in the build tree and where it is installed. It shares headers
# with the library, but is linked with none of it.
function(peergroup_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PACKAGES")
  add_library(${name} MODULE ${arg_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/lib")
  target_link_libraries(${name} PRIVATE peergroup::conventions ${arg_PACKAGES})
  target_link_options(${name} PRIVATE -static-libstdc++ -static-libgcc -Wl,--exclude-libs,ALL)
  set_target_properties(${name} PROPERTIES PREFIX "" SUFFIX ".so" CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib/peergroup")
  # A module that a group can write is refused, and the umask of whoever builds decides nothing.
  add_custom_command(TARGET ${name} POST_BUILD COMMAND chmod go-w "${PROJECT_BINARY_DIR}/lib/peergroup" $<TARGET_FILE:${name}> VERBATIM)
  install(TARGETS ${name} LIBRARY DESTINATION lib/peergroup)
endfunction()
