# Each third-party package once. Everyday commands must start as fast as sqlite3 does, so SQLite, SQLiteCpp, libsodium and ICU
# are linked statically, fmt is compiled here (Debian has no archive of it) and toml++ is used header-only; the dynamic loader would cost more than the work.
find_package(Threads REQUIRED)
find_package(CLI11 2.1 CONFIG REQUIRED)
find_package(fmt 9.1 CONFIG REQUIRED)
find_package(SQLiteCpp 3.2 CONFIG REQUIRED)
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
find_package(doctest 2.4 CONFIG REQUIRED)
find_package(CURL 7.88 REQUIRED) # for a module that the program opens on demand

# peergroup_static_package(NAME LIBRARIES a b HEADER h): an imported target packages::NAME over Debian's .a files.
function(peergroup_static_package name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADER" "LIBRARIES")
  find_path(PACKAGE_${name}_INCLUDE "${arg_HEADER}" REQUIRED)
  add_library(packages_${name} INTERFACE)
  add_library(packages::${name} ALIAS packages_${name})
  foreach(library IN LISTS arg_LIBRARIES)
    find_library(PACKAGE_${name}_${library} "lib${library}.a" REQUIRED)
    add_library(packages_${name}_${library} STATIC IMPORTED)
    set_target_properties(packages_${name}_${library} PROPERTIES IMPORTED_LOCATION "${PACKAGE_${name}_${library}}")
    target_link_libraries(packages_${name} INTERFACE packages_${name}_${library})
  endforeach()
endfunction()

peergroup_static_package(sqlite HEADER sqlite3.h LIBRARIES sqlite3)
target_link_libraries(packages_sqlite INTERFACE Threads::Threads)
# The packaged SQLiteCpp target brings the shared SQLite; the archive alone leaves the choice to us.
peergroup_static_package(sqlitecpp HEADER SQLiteCpp/SQLiteCpp.h LIBRARIES SQLiteCpp)
target_link_libraries(packages_sqlitecpp INTERFACE packages_sqlite)
peergroup_static_package(sodium HEADER sodium.h LIBRARIES sodium)
target_link_libraries(packages_sodium INTERFACE Threads::Threads)
peergroup_static_package(icu HEADER unicode/uversion.h LIBRARIES icui18n icuuc icudata)
target_link_libraries(packages_icu INTERFACE Threads::Threads)

# Debian's archive was built with ICU, for calendars other than the Gregorian.
peergroup_static_package(ical HEADER libical/ical.h LIBRARIES ical)
target_link_libraries(packages_ical INTERFACE packages_icu)

add_library(packages_fmt STATIC "${CMAKE_CURRENT_LIST_DIR}/fmt.cpp")
add_library(packages::fmt ALIAS packages_fmt)
target_compile_features(packages_fmt PUBLIC cxx_std_20)
target_include_directories(packages_fmt SYSTEM PUBLIC $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)

find_path(PACKAGE_tomlplusplus_INCLUDE toml++/toml.h REQUIRED)
add_library(packages_tomlplusplus INTERFACE)
add_library(packages::tomlplusplus ALIAS packages_tomlplusplus)
target_compile_definitions(packages_tomlplusplus INTERFACE TOML_HEADER_ONLY=1)
