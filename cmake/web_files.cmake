# What the site says and wears, inside the program: locale/*.po compiled by gettext's msgfmt, and web/.
find_program(MSGFMT msgfmt REQUIRED)
set(compiled_words "")
file(GLOB languages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locale/*.po)
foreach(source ${languages})
    get_filename_component(language ${source} NAME_WE)
    set(catalog ${CMAKE_BINARY_DIR}/words/${language}.mo)
    add_custom_command(OUTPUT ${catalog}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/words
        COMMAND ${MSGFMT} --check-domain --endianness=little
                -o ${catalog} ${source}
        DEPENDS ${source} VERBATIM)
    list(APPEND compiled_words ${catalog})
endforeach()
target_sources(web PRIVATE ${compiled_words})
embed_files(web words ${CMAKE_BINARY_DIR}/words ${compiled_words})

file(GLOB_RECURSE asset_files CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/web/css/*.css ${CMAKE_SOURCE_DIR}/web/js/*.js ${CMAKE_SOURCE_DIR}/web/img/*.svg
    ${CMAKE_SOURCE_DIR}/web/img/*.png ${CMAKE_SOURCE_DIR}/web/img/*.ico)
embed_files(web assets ${CMAKE_SOURCE_DIR}/web ${asset_files})
