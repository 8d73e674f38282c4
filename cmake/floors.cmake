add_floor(base base fmt::fmt nlohmann_json::nlohmann_json OpenSSL::Crypto PkgConfig::SODIUM ZLIB::ZLIB EXPAT::EXPAT date::date-tz ICU::i18n ICU::uc)
add_floor(openlog engine/openlog base)
add_floor(office engine/office base EXPAT::EXPAT PkgConfig::MD4C)
add_floor(opinion engine/opinion base Eigen3::Eigen Threads::Threads)
add_floor(regional engine/regional base nlohmann_json::nlohmann_json Eigen3::Eigen)
add_floor(pictures engine/pictures base JPEG::JPEG PNG::PNG)
add_floor(openid engine/openid base nlohmann_json::nlohmann_json)
add_floor(domain domain base)
embed_files(domain checklists ${CMAKE_SOURCE_DIR}/data/checklists
    ${CMAKE_SOURCE_DIR}/data/checklists/lists.csv ${CMAKE_SOURCE_DIR}/data/checklists/requirements.csv)
embed_files(domain assessments ${CMAKE_SOURCE_DIR}/data/assessments
    ${CMAKE_SOURCE_DIR}/data/assessments/templates.csv ${CMAKE_SOURCE_DIR}/data/assessments/steps.csv)
add_floor(store store domain openlog nlohmann_json::nlohmann_json SQLite::SQLite3 PostgreSQL::PostgreSQL Threads::Threads ${STEMMER})
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/store/migrations/*.sql)
embed_files(store migrations ${CMAKE_SOURCE_DIR}/src/store/migrations ${migrations})
add_floor(app app store opinion office regional nlohmann_json::nlohmann_json)
add_floor(web web app openid Boost::headers PkgConfig::ICAL nlohmann_json::nlohmann_json)
include(cmake/web_files.cmake)
# A program of its own, which the server runs confined: it reads pictures of strangers.
add_executable(medskapa-redraw src/redraw.cpp)
target_link_libraries(medskapa-redraw PRIVATE pictures)
target_link_options(medskapa-redraw PRIVATE -Wl,--as-needed)
add_dependencies(app medskapa-redraw)
add_floor(jobs jobs app openid CURL::libcurl)
add_floor(demo demo web jobs opinion)
file(GLOB_RECURSE demo CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/demo/*.csv ${CMAKE_SOURCE_DIR}/data/demo/*.md
    ${CMAKE_SOURCE_DIR}/data/demo/files/*
     ${CMAKE_SOURCE_DIR}/data/demo/*.geojson)
embed_files(demo demo ${CMAKE_SOURCE_DIR}/data/demo ${demo})
add_floor(cli cli demo web jobs opinion regional CURL::libcurl PkgConfig::XLSXWRITER)
target_compile_definitions(cli PRIVATE MEDSKAPA_VERSION="${PROJECT_VERSION}")

add_executable(medskapa src/main.cpp)
target_link_libraries(medskapa PRIVATE cli)

foreach(floor base domain app jobs web demo cli)
    add_floor_tests(${floor} ${floor})
endforeach()
foreach(engine openlog office opinion regional pictures openid)
    add_floor_tests(${engine} engine/${engine})
endforeach()
# What the store keeps is put there by the verbs, in its tests too.
add_floor_tests(store store app)
# What most tests of pages stand on is compiled once for all of them.
add_library(tests_of_pages STATIC tests/support/page_markup.cpp tests/support/pages.cpp tests/support/seen.cpp
    tests/support/visits.cpp)
target_include_directories(tests_of_pages PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(tests_of_pages PUBLIC web jobs gumbo)
target_compile_options(tests_of_pages PRIVATE $<$<CONFIG:Release>:-O1>)
precompile_as(tests_of_pages base_tests)
target_link_libraries(web_tests PRIVATE tests_of_pages)
target_link_libraries(demo_tests PRIVATE cli)
target_link_libraries(opinion_tests PRIVATE nlohmann_json::nlohmann_json)

# Who writes past the verbs is seen in what the libraries are linked to.
add_test(NAME layers COMMAND ${CMAKE_SOURCE_DIR}/bin/check-layers --build ${CMAKE_BINARY_DIR}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})

add_test(NAME browser COMMAND ${CMAKE_SOURCE_DIR}/tests/browser/run $<TARGET_FILE:medskapa>)
# The longest two begin first, beside all others.
set_tests_properties(browser PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 1800 LABELS whole COST 1000)
set_tests_properties(web PROPERTIES COST 100)
add_subdirectory(tests/faults)
if(MEDSKAPA_BENCH)
    add_subdirectory(bench/site)
endif()
include(cmake/fuzz.cmake)
foreach(floor base domain store web)
    add_fuzzers(${floor} ${floor})
endforeach()
foreach(engine openlog office opinion regional pictures openid)
    add_fuzzers(${engine} engine/${engine})
endforeach()

if(MEDSKAPA_BENCH)
    add_executable(openlog_bench bench/openlog.cpp)
    target_link_libraries(openlog_bench PRIVATE openlog)
    add_executable(bench_opinion bench/opinion_map.cpp)
    target_link_libraries(bench_opinion PRIVATE opinion)
    add_executable(bench_opinion_measures bench/opinion_measures.cpp)
    target_link_libraries(bench_opinion_measures PRIVATE opinion)
    add_executable(bench_office bench/office.cpp)
    target_link_libraries(bench_office PRIVATE office)
endif()
