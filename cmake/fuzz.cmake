# Each src/<storey>/*_fuzz.cpp becomes a libFuzzer program. Needs Clang: the preset `fuzz`.
function(add_storey_fuzzers name)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*_fuzz.cpp)
    foreach(source ${sources})
        get_filename_component(target ${source} NAME_WE)
        add_executable(${name}_${target} ${source})
        target_include_directories(${name}_${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
        target_link_libraries(${name}_${target} PRIVATE ${name})
        target_link_options(${name}_${target} PRIVATE -fsanitize=fuzzer)
        add_dependencies(fuzzers ${name}_${target})
    endforeach()
endfunction()

add_custom_target(fuzzers)
