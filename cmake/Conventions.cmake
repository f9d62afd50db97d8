# What every target shares: C++20 without extensions, warnings as errors, hardened standard library, sanitizers on request.
option(PEERGROUP_TIDY "Run clang-tidy over what ships while it is built (clang only)" OFF)
option(PEERGROUP_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(PEERGROUP_COVERAGE "Build with coverage counters" OFF)
option(PEERGROUP_FUZZ "Build the fuzz targets with libFuzzer (clang only)" OFF)
option(PEERGROUP_UNSEALED "Copy in place of sealing, to measure what sealing costs (preset bench-unsealed only)" OFF)
# Such a program would write names in the clear, so it has a build type of its own and is never installed.
if(PEERGROUP_UNSEALED AND NOT CMAKE_BUILD_TYPE STREQUAL "Benchmark")
  message(FATAL_ERROR "PEERGROUP_UNSEALED writes people's data in the clear: only the preset bench-unsealed may set it")
endif()

add_library(peergroup_conventions INTERFACE)
add_library(peergroup::conventions ALIAS peergroup_conventions)
target_compile_features(peergroup_conventions INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
# -Wnull-dereference and -Wrestrict are left out: with -O3 they report false errors from inside the standard library.
target_compile_options(peergroup_conventions INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  -Wcast-align -Wunused -Wformat=2 -Wimplicit-fallthrough -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast -Wno-restrict>
  -fstack-protector-strong)
# _GLIBCXX_DEBUG would change the ABI that the packaged libraries were built with; assertions do not.
target_compile_definitions(peergroup_conventions INTERFACE _GLIBCXX_ASSERTIONS
  $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:${PEERGROUP_SANITIZE}>>>:_FORTIFY_SOURCE=2>)

if(PEERGROUP_SANITIZE)
  target_compile_options(peergroup_conventions INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(peergroup_conventions INTERFACE -fsanitize=address,undefined)
  target_compile_definitions(peergroup_conventions INTERFACE PEERGROUP_SANITIZED)
endif()
if(PEERGROUP_COVERAGE)
  target_compile_options(peergroup_conventions INTERFACE --coverage)
  target_link_options(peergroup_conventions INTERFACE --coverage)
endif()
if(PEERGROUP_FUZZ)
  target_compile_options(peergroup_conventions INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
  target_link_options(peergroup_conventions INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

# The default linker takes seconds for each test program, ICU's data being in all of them.
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM)
  # What seldom runs stays together, so that a start touches fewer pages.
  add_link_options(-fuse-ld=lld "LINKER:-z,keep-text-section-prefix")
endif()
