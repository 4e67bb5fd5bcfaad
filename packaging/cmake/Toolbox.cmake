# SPDX-License-Identifier: GPL-3.0-or-later
# What every directory may use: warnings, sanitizers, caching, and the two ways we add a target.

option(BUILD_TESTING "Build the tests" ON)
set(FENGSUI_SANITIZE "" CACHE STRING "Sanitizers for everything: address;undefined, thread, or empty")
option(FENGSUI_FUZZ "Build the libFuzzer targets of tests/fuzz and nothing else; Clang only" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

add_library(fengsui_warnings INTERFACE)
add_library(fengsui::warnings ALIAS fengsui_warnings)
target_compile_options(fengsui_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                                  -Woverloaded-virtual -Wold-style-cast -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these two falsely inside inlined library code.
  target_compile_options(fengsui_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()

if(FENGSUI_SANITIZE)
  list(JOIN FENGSUI_SANITIZE "," fengsui_sanitizers)
  add_compile_options(-fsanitize=${fengsui_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${fengsui_sanitizers})
endif()
if(FENGSUI_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# fengsui_library(NAME [SHARED] SOURCES … PUBLIC … PRIVATE …): a part of the product; includes are written from app/.
# SHARED: programs and modules use the same copy of it.
function(fengsui_library name)
  cmake_parse_arguments(ARG "SHARED" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(ARG_SHARED AND NOT FENGSUI_FUZZ)
    set(kind SHARED)
  else()
    set(kind STATIC)
  endif()
  add_library(fengsui_${name} ${kind} ${ARG_SOURCES})
  add_library(fengsui::${name} ALIAS fengsui_${name})
  target_include_directories(fengsui_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
  target_link_libraries(fengsui_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} fengsui::warnings)
  if(kind STREQUAL SHARED)
    install(TARGETS fengsui_${name} LIBRARY DESTINATION lib/fengsui COMPONENT libraries)
    set_target_properties(fengsui_${name} PROPERTIES INSTALL_RPATH "$ORIGIN")
  endif()
endfunction()

# fengsui_module(NAME SOURCES … LIBS …): the plug-in of a hazard module, with the metadata.json of its folder.
function(fengsui_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_library(fengsui_module_${name} MODULE ${ARG_SOURCES})
  target_link_libraries(fengsui_module_${name} PRIVATE ${ARG_LIBS} fengsui::sdk Qt6::Core fengsui::warnings)
  target_link_options(fengsui_module_${name} PRIVATE -Wl,--no-undefined)
  target_compile_definitions(fengsui_module_${name} PRIVATE QT_PLUGIN)
  set_target_properties(fengsui_module_${name} PROPERTIES
    AUTOMOC ON PREFIX "" OUTPUT_NAME ${name} INSTALL_RPATH "$ORIGIN/.."
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib/fengsui/modules)
  set_property(TARGET fengsui_module_${name} APPEND PROPERTY AUTOMOC_DEPEND_FILTERS
               Q_PLUGIN_METADATA "[\n][ \t]*Q_PLUGIN_METADATA[ \t]*\\([^\\)]*FILE[ \t]*\"([^\"]+)\"")
  install(TARGETS fengsui_module_${name} LIBRARY DESTINATION lib/fengsui/modules COMPONENT modules)
  set_property(GLOBAL APPEND PROPERTY FENGSUI_MODULES fengsui_module_${name})
endfunction()
