#include "domain/inspel/original_file.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include "support/pictures.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace std::string_literals;
using Format = OriginalFile::Format;

namespace {

std::string bytes(std::size_t value, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return out;
}

/// An archive with these names in it, each with the same content, stored.
std::string archive(const std::vector<std::string>& names, const std::string& content = "x") {
    std::string files;
    std::string directory;
    for (const auto& name : names) {
        const auto at = files.size();
        const auto sizes = bytes(content.size(), 4) + bytes(content.size(), 4) + bytes(name.size(), 2);
        files += "PK\x03\x04"s + bytes(20, 2) + std::string(12, '\0') + sizes + bytes(0, 2) + name + content;
        directory += "PK\x01\x02"s + bytes(20, 2) + bytes(20, 2) + std::string(12, '\0') + sizes +
                     std::string(12, '\0') + bytes(at, 4) + name;
    }
    return files + directory + "PK\x05\x06"s + std::string(4, '\0') + bytes(names.size(), 2) +
           bytes(names.size(), 2) + bytes(directory.size(), 4) + bytes(files.size(), 4) + bytes(0, 2);
}

const auto docx = archive({"[Content_Types].xml", "word/document.xml"});
const auto odt = archive({"mimetype", "content.xml"}, "application/vnd.oasis.opendocument.text");
const auto mail =
    "Received: from x\r\nFrom: Berg <a@example.org>\r\nDate: Mon, 1 Jun 2026\r\n\r\nVårt svar."s;

bool is_refused(const std::string& content) {
    const auto file = checked_original("svar.pdf", content);
    return !file && file.error().complaints.front().place == Field::file;
}

}  // namespace

TEST_CASE("a file is what its bytes say, whatever it is called") {
    CHECK(format_of("%PDF-1.7\n...") == Format::pdf);
    CHECK(format_of(docx) == Format::docx);
    CHECK(format_of(odt) == Format::odt);
    CHECK(format_of(mail) == Format::eml);
    CHECK(format_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....."s +
                    "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0001\0.\0000\0"s) ==
          Format::msg);
}

TEST_CASE("what is none of these formats is refused in a sentence") {
    for (const auto& content : {""s, "Vårt svar."s, "MZ\x90"s, "<html><script>"s, "PK\x03\x04"s, "GIF89a"s,
             archive({"xl/workbook.xml", "[Content_Types].xml"}), archive({}),
             archive({"content.xml", "mimetype"}, "application/vnd.oasis.opendocument.text"),
             "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old document"s, "From: a\r\nDate: b\r\n"s,
             "From: a\r\n<script>\r\nDate: b\r\n\r\n"s, "Date: b\r\n\r\n"s})
        CHECK(is_refused(content));
}

TEST_CASE("a process takes what it has said, and no more") {
    const std::string pdf = "%PDF-1.7";
    CHECK(checked_original("a", pdf, FileKinds::pdf_and_pictures));
    CHECK(checked_original("a", docx, FileKinds::documents));
    CHECK(checked_original("a", odt, FileKinds::documents));
    CHECK(checked_original("a", mail, FileKinds::mail));
    CHECK_FALSE(checked_original("a", pdf, FileKinds::none));
    CHECK_FALSE(checked_original("a", docx, FileKinds::pdf_and_pictures));
    CHECK_FALSE(checked_original("a", mail, FileKinds::documents));
}

TEST_CASE("a picture that has not been drawn anew is refused, whatever way it comes") {
    CHECK(is_refused(example::photo()));
    CHECK(is_refused(example::screenshot()));
    CHECK(format_of(example::photo()) == Format::jpeg);
    CHECK(format_of(example::screenshot()) == Format::png);
}

TEST_CASE("a picture of an iPhone is refused with what to do about it") {
    const auto heic =
        "\0\0\0\x18"
        "ftypheic\0\0\0\0mif1heic"s;
    const auto refused = checked_original("IMG_1.HEIC", heic);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().complaints.front().message.find("JPEG") != std::string::npos);
}

TEST_CASE("an archive that says it unpacks to more than anybody's memory is refused") {
    auto bomb = docx;
    const auto directory = bomb.rfind("PK\x01\x02"s);
    bomb.replace(directory + 24, 4, bytes(300U * 1024 * 1024, 4));
    CHECK(is_refused(bomb));
}

TEST_CASE("five files of ten megabytes together may come, and not one or a byte more") {
    CHECK(faults_together(most_files, largest_files).empty());
    CHECK(faults_together(most_files + 1, 1).size() == 1);
    CHECK(faults_together(1, largest_files + 1).size() == 1);
}

TEST_CASE("a file with macros is refused") {
    CHECK(is_refused(archive({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"})));
    CHECK(is_refused(archive(
        {"mimetype", "content.xml", "Basic/Standard/a.xml"}, "application/vnd.oasis.opendocument.text")));
}

TEST_CASE("ten megabytes are taken, and not a byte more") {
    auto content = "%PDF-1.7\n" + std::string(largest_files - 9, 'x');
    CHECK_FALSE(is_refused(content));
    content += 'x';
    CHECK(is_refused(content));
}

TEST_CASE("a directory that was cut, or says more than there is, is read as no directory") {
    for (std::size_t size = 0; size < docx.size(); ++size)
        CHECK(format_of(std::string_view{docx}.substr(0, size)) == std::nullopt);
    for (std::size_t at = docx.size() - 22; at < docx.size(); ++at) {
        auto broken = docx;
        broken[at] = '\xFF';
        format_of(broken);
    }
}

TEST_CASE("a file keeps its digest and size, and of its name only what is a name") {
    const auto file = checked_original("C:\\Mina dokument\\Svar från Åre.pdf", "%PDF-1.7");
    REQUIRE(file);
    CHECK(file->name == "Svar från Åre.pdf");
    CHECK(file->size == 8);
    CHECK(file->digest.size() == 64);
    CHECK(checked_original("../../etc/passwd", "%PDF-1.7")->name == "passwd.pdf");
    CHECK(checked_original("", mail)->name == "fil.eml");
    CHECK(checked_original("a\r\nSet-Cookie: b", "%PDF-1.7")->name.find('\n') == std::string::npos);
}

TEST_CASE("whatever a file is called, its name ends as what it is") {
    const std::string pdf = "%PDF-1.7";
    for (const auto* name :
        {"svar.hta", "svar.exe", "svar.pdf.exe", "svar.html", "svar.pdf ", "svar.pdf.", "svar", ".htaccess",
            "svar.docx", "svar.exe\0.pdf", "svar.PDF\u202Eexe.", "a.js::$DATA", "con.lnk"}) {
        CAPTURE(name);
        CHECK(text::lower(checked_original(name, pdf)->name).ends_with(".pdf"));
    }
    CHECK(checked_original("Svar.PDF", pdf)->name == "Svar.PDF");
    CHECK(checked_original("svar.hta", pdf)->name == "svar.hta.pdf");
    CHECK(checked_original(std::string(300, 'a') + ".exe", pdf)->name.ends_with(".pdf"));
    CHECK(checked_original("svar.pdf", mail)->name == "svar.pdf.eml");
}
