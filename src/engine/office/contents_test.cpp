#include "base/archive/zip.hpp"
#include "engine/office/block_sink.hpp"
#include "engine/office/document_writer.hpp"
#include "support/readings.hpp"

#include <sstream>

using namespace medskapa;

namespace {

std::string part_of(const std::string& file, std::string_view name) {
    std::string part;
    for (const auto& entry : zip::directory(file)) {
        if (entry.name != name) continue;
        (void)zip::unpack(file, entry, [&](std::string_view piece) {
            part += piece;
            return true;
        });
    }
    return part;
}

std::string file_with_contents(
    std::unique_ptr<office::DocumentWriter> (*writer_of)(std::ostream&, const office::DocumentHead&)) {
    std::ostringstream out;
    const auto writer = writer_of(out, {"Planen", "sv", {}});
    office::FileSink sink{*writer};
    const std::vector<office::TextBlock> headings{office::heading(1, "Planen", "P"),
        office::heading(2, "Skog & <mark>", "P-1"), office::heading(3, "Mål", "P-2"),
        office::heading(6, "För djupt", "P-3")};
    sink.add(headings[0]);
    sink.add_contents(headings);
    for (std::size_t k = 1; k < headings.size(); ++k) {
        sink.add(headings[k]);
        sink.add(office::paragraph("Ord."));
    }
    sink.finish();
    return out.str();
}

}  // namespace

TEST_CASE("a list of contents leads to the headings, and is left out when the file is read again") {
    for (const auto writer : {office::docx_writer, office::odt_writer}) {
        const auto file = file_with_contents(writer);
        const auto read = office_file::read(file);
        CHECK(read.text ==
              "# Planen\n\n## Skog & <mark>\n\nOrd.\n\n### Mål\n\nOrd.\n\n###### För djupt\n\nOrd.");
        CHECK(read.left_out == office::LeftOutCounts{{office::LeftOut::contents, 1}});
    }
}

TEST_CASE("each line of the contents leads to a mark that the text holds") {
    const auto docx = part_of(file_with_contents(office::docx_writer), "word/document.xml");
    CHECK(docx.find("TOC \\o \"1-3\" \\h") != docx.npos);
    CHECK(docx.find("w:anchor=\"m_P_1\"") != docx.npos);
    CHECK(docx.find("w:name=\"m_P_1\"") != docx.npos);
    CHECK(docx.find("w:anchor=\"m_P_3\"") == docx.npos);
    const auto odt = part_of(file_with_contents(office::odt_writer), "content.xml");
    CHECK(odt.find("xlink:href=\"#P-2\"") != odt.npos);
    CHECK(odt.find("text:bookmark text:name=\"P-2\"") != odt.npos);
    CHECK(odt.find("xlink:href=\"#P-3\"") == odt.npos);
}
