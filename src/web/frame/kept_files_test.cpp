#include "web/frame/kept_files.hpp"

#include "base/system/child_process.hpp"

#include <doctest/doctest.h>
#include <fstream>

using namespace medskapa;
using web::KeptFile;
using web::KeptFiles;

namespace {

const Failure busy{Failure::Kind::closed, {}};

std::shared_ptr<KeptFile> file_of(const std::string& bytes) {
    const ScratchFolder folder;
    const auto path = folder.path() / "report";
    std::ofstream{path, std::ios::binary} << bytes;
    return std::make_shared<KeptFile>(path);
}

}  // namespace

TEST_CASE("a kept file is read a block at a time after its folder is gone, to its end and no further") {
    const auto file = file_of("abcdef");

    CHECK(file->size() == 6);
    CHECK(file->block(0, 4) == "abcd");
    CHECK(file->block(4, 4) == "ef");
    CHECK(file->block(6, 4).empty());
    CHECK(file->block(99, 4).empty());
}

TEST_CASE("a file is made once for each state, and who holds an older one has it to its end") {
    KeptFiles files;
    int made = 0;
    const auto find = [&](const std::string& state) {
        return files
            .find(
                "rus/docx", state,
                [&]() -> Result<std::shared_ptr<KeptFile>> {
                    ++made;
                    return file_of(state);
                },
                busy)
            .value();
    };

    const auto first = find("1");
    find("1");
    CHECK(made == 1);
    find("2");
    CHECK(made == 2);
    CHECK(first->block(0, 9) == "1");
    CHECK(files.kept("rus/docx", "1") == nullptr);
    CHECK(files.kept("rus/docx", "2")->block(0, 9) == "2");
    CHECK(files.kept("rus/odt", "2") == nullptr);
}

TEST_CASE("while one file is made another is refused, and what could not be made is not kept") {
    KeptFiles files;
    const auto outer = files.find(
        "a", "1",
        [&]() -> Result<std::shared_ptr<KeptFile>> {
            const auto inner = files.find(
                "b", "1", [] { return Result<std::shared_ptr<KeptFile>>{file_of("b")}; }, busy);
            CHECK_FALSE(inner);
            return tl::unexpected{Failure{Failure::Kind::not_found, {}}};
        },
        busy);

    CHECK_FALSE(outer);
    CHECK(outer.error().kind == Failure::Kind::not_found);
    CHECK(files.kept("a", "1") == nullptr);
}

TEST_CASE("no more than eight kinds are kept, and the oldest goes first") {
    KeptFiles files;
    for (int n = 0; n < 9; ++n)
        (void)files.find(
            std::to_string(n), "1", [] { return Result<std::shared_ptr<KeptFile>>{file_of("x")}; }, busy);

    CHECK(files.kept("0", "1") == nullptr);
    CHECK(files.kept("8", "1") != nullptr);
}
