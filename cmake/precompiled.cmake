# Headers that most files include, compiled once for many files. Only the standard's and the libraries' headers: ours
# change, and a file must itself include what it uses.
option(MEDSKAPA_PRECOMPILE "Precompile the headers that most files include" OFF)

set(common_headers <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span> <sstream>
    <stdexcept> <string> <string_view> <unordered_map> <variant> <vector> <fmt/format.h> <tl/expected.hpp>)

if(MEDSKAPA_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 forgets which precompiled lines are the library's own, and gives false alarms about them.
    add_compile_options(-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(MEDSKAPA_PRECOMPILE AND CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Otherwise ccache does not know what a file with a precompiled header depends on. bin/build sets its sloppiness.
    add_compile_options(-fpch-preprocess)
endif()

# precompile(target header...): the common headers and these.
function(precompile target)
    if(MEDSKAPA_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${common_headers} ${ARGN})
    endif()
endfunction()

# precompile_as(target other): with what the other target has precompiled already; its flags must be the same.
function(precompile_as target other)
    if(MEDSKAPA_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${other})
    endif()
endfunction()
