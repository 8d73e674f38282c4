#include "web/document/tracked.hpp"

#include "base/archive/zip.hpp"
#include "engine/office/markdown/markdown_blocks.hpp"
#include "engine/office/read.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <functional>
#include <random>
#include <sstream>

using namespace medskapa;

namespace {

using Writing = std::function<void(office::BlockSink&)>;
using MakeWriter = std::unique_ptr<office::DocumentWriter> (*)(std::ostream&, const office::DocumentHead&);

std::string file_of(MakeWriter make_writer, const Writing& write) {
    std::ostringstream out;
    const auto writer = make_writer(out, {"Plan", "sv", "2026-05-14T10:00:00Z"});
    office::FileSink sink{*writer};
    sink.add(office::heading(1, "Plan"));
    write(sink);
    sink.finish();
    return out.str();
}

std::string accepted(const std::string& file) {
    const auto reading = office::read(file);
    REQUIRE(reading);
    return office::markdown_of(reading->blocks, "Plan");
}

std::string document_of(const std::string& file) {
    for (const auto& entry : zip::directory(file))
        if (entry.name == "word/document.xml") return zip::content(file, entry).value_or("");
    return {};
}

/// A paragraph of Markdown: words, a list, a table, or some of them.
std::string paragraph(std::mt19937& random) {
    static const std::vector<std::string> words{"skog", "**vatten**", "~~gruva~~",
        "[plan](https://example.org/p)", "å", "10⁶", "*vi*", "och", "\\# ord", "2030."};
    const auto some = [&] {
        std::string all;
        for (auto n = 1 + random() % 6; n > 0; --n)
            all += (all.empty() ? "" : " ") + words[random() % words.size()];
        return all;
    };
    switch (random() % 5) {
        case 0: return "1. " + some() + "\n2. " + some() + "\n    - " + some();
        case 1: return "- " + some() + "\n- " + some();
        case 2: {
            std::string table = "| " + some() + " | " + some() + " |\n| --- | --- |";
            for (auto n = random() % 4; n > 0; --n) table += "\n| " + some() + " | " + some() + " |";
            return table;
        }
        case 3: return some() + " x[^1].\n\n[^1]: " + some();
        default: return some();
    }
}

}  // namespace

TEST_CASE("who accepts the changes of two versions has the newer, whatever was changed") {
    std::mt19937 random{14};
    for (int round = 0; round < 1500; ++round) {
        const auto before = random() % 8 == 0 ? std::string{} : paragraph(random);
        const auto now = random() % 8 == 0 ? std::string{} : paragraph(random);
        CAPTURE(before);
        CAPTURE(now);
        for (const auto make : {&office::docx_writer, &office::odt_writer}) {
            const auto tracked = file_of(make, [&](auto& sink) {
                web::document::add_tracked(sink, before, now);
                sink.add(office::paragraph("Sist."));
            });
            const auto clean = file_of(make, [&](auto& sink) {
                office::add_markdown(sink, now);
                sink.add(office::paragraph("Sist."));
            });
            REQUIRE(accepted(tracked) == accepted(clean));
        }
    }
}

TEST_CASE("changes have a date and no name, and say only what was changed") {
    const auto text = document_of(file_of(office::docx_writer, [](auto& sink) {
        web::document::add_tracked(sink, "Skogen är **vår** råvara.", "Skogen är **vår** viktigaste råvara.");
        web::document::add_tracked_heading(sink, office::heading(2, "1 Mål"), "1 Vision");
        web::document::add_tracked(sink, "", "Ny.");
        web::document::add_tracked(sink, "Gammal.", "");
    }));
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    CHECK(has("w:author=\"\" w:date=\"2026-05-14T10:00:00Z\""));
    CHECK(has("<w:t xml:space=\"preserve\">viktigaste </w:t></w:r></w:ins>"));
    CHECK(has("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">vår</w:t></w:r>"));
    CHECK(has("<w:delText xml:space=\"preserve\">Vision</w:delText>"));
    CHECK(has("<w:delText xml:space=\"preserve\">Gammal.</w:delText>"));
    CHECK_FALSE(has("<w:delText xml:space=\"preserve\">Skogen"));
}
