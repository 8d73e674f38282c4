# embed_files(target name root files...): the files' bytes inside the program, read through
# `std::span<const medskapa::EmbeddedFile> name()` from base/embedded.hpp. Paths are kept relative to root.
function(embed_files target name root)
    set(assembly ${CMAKE_BINARY_DIR}/embedded/${name}.S)
    set(table ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
    set(asm_text "    .section .rodata\n")
    set(declared "")
    set(rows "")
    set(index 0)
    foreach(file ${ARGN})
        file(RELATIVE_PATH path ${root} ${file})
        set(symbol "medskapa_${name}_${index}")
        string(APPEND asm_text
            "    .global ${symbol}\n    .global ${symbol}_end\n${symbol}:\n    .incbin \"${file}\"\n${symbol}_end:\n    .byte 0\n")
        string(APPEND declared "extern const char ${symbol}[], ${symbol}_end[];\n")
        string(APPEND rows "    {\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
        math(EXPR index "${index} + 1")
    endforeach()
    string(APPEND asm_text "    .section .note.GNU-stack,\"\",%progbits\n")
    file(CONFIGURE OUTPUT ${assembly} CONTENT "${asm_text}" @ONLY)
    file(CONFIGURE OUTPUT ${table} @ONLY CONTENT "#include \"base/embedded.hpp\"

extern \"C\" {
${declared}}

namespace medskapa::embedded {
std::span<const EmbeddedFile> ${name}() {
    static const EmbeddedFile files[] = {
${rows}    };
    return files;
}
}  // namespace medskapa::embedded
")
    set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${ARGN}" COMPILE_OPTIONS "-Wno-pedantic")
    target_sources(${target} PRIVATE ${assembly} ${table})
endfunction()
