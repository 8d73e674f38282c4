#include "engine/office/read.hpp"

#include "engine/office/docx/relations.hpp"
#include "engine/office/pictures.hpp"

namespace medskapa::office {
namespace {

/// Word locks a file by putting it, encrypted, into the kind of file that DOC was.
constexpr std::string_view compound_file{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::string_view encrypted_package{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};

tl::unexpected<Failure> refused_compound_file(std::string_view bytes) {
    if (bytes.find(encrypted_package) != bytes.npos) return unfit(locked);
    return unfit(
        N_("The file is of an older format of Word's, DOC. Open it in a word processor and save it as DOCX"));
}

/// An ODT says in its list of parts which of them are encrypted.
Result<bool> is_locked(const Package& package) {
    bool is_encrypted = false;
    const auto walked =
        walk(package, "META-INF/manifest.xml", {.open = [&](std::string_view name, const Attributes&) {
            if (name == "manifest:encryption-data") is_encrypted = true;
        }});
    if (!walked) return tl::unexpected{walked.error()};
    return is_encrypted;
}

Result<Reading> read_package(const Package& package) {
    const auto locked_by_list = is_locked(package);
    if (locked_by_list && *locked_by_list) return unfit(locked);
    const auto relations = Relations::read(package, "");
    if (!relations) return tl::unexpected{relations.error()};
    const auto main = relations->part("officeDocument", "word/document.xml");
    if (package.has(main)) return read_docx(package, main);
    if (package.has("content.xml")) return read_odt(package);
    return unfit(neither_docx_nor_odt);
}

}  // namespace

Result<Reading> read(std::string_view bytes) {
    if (bytes.starts_with(compound_file)) return refused_compound_file(bytes);
    const auto package = Package::opened(bytes);
    if (!package) return tl::unexpected{package.error()};
    auto reading = read_package(*package);
    if (!reading) return reading;
    take_pictures(*package, *reading);
    return checked(*std::move(reading));
}

}  // namespace medskapa::office
