#pragma once

#include "base/archive/zip.hpp"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

/// Workbooks made by hand, as other programs write them.
namespace medskapa::test {

struct WorkbookParts {
    std::string sheet_data = {};   // what is within sheetData of the first sheet
    std::string after_data = {};   // what follows sheetData there
    std::string shared = {};       // si elements
    std::string formats = {};      // numFmt elements
    std::string fonts = {};        // font elements
    std::string styles = "<xf/>";  // within cellXfs
    std::string properties = {};   // attributes of workbookPr
    std::string name_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    std::string prefix = {};                                            // "x:" of every element
    std::vector<std::pair<std::string, std::string>> more_sheets = {};  // attributes and sheetData, in front
};

inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
    std::ostringstream out;
    zip::Writer writer{out};
    for (const auto& [name, bytes] : files) writer.add(name, bytes);
    writer.finish();
    return out.str();
}

inline std::string with_prefix(const std::string& xml, const std::string& prefix) {
    std::string all;
    for (std::size_t at = 0; at < xml.size(); ++at) {
        all += xml[at];
        const bool is_tag = xml[at] == '<' && at + 1 < xml.size() && xml[at + 1] != '?' && xml[at + 1] != '/';
        const bool is_end = xml[at] == '/' && at > 0 && xml[at - 1] == '<';
        if (is_tag || is_end) all += prefix;
    }
    return all;
}

inline std::string workbook(const WorkbookParts& parts) {
    constexpr auto relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    constexpr auto package = "http://schemas.openxmlformats.org/package/2006/relationships";
    const auto vocabulary =
        parts.prefix.empty()
            ? " xmlns=\"" + parts.name_space + "\""
            : " xmlns:" + parts.prefix.substr(0, parts.prefix.size() - 1) + "=\"" + parts.name_space + "\"";
    const auto part = [&](const std::string& name, const std::string& inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" +
               with_prefix(
                   "<" + name + vocabulary + " xmlns:r=\"" + relations + "\">" + inside + "</" + name + ">",
                   parts.prefix);
    };
    const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/" + type + "\" Target=\"" + target +
               "\"/>";
    };
    std::string list = "<workbookPr" + parts.properties + "/><sheets>";
    std::string targets =
        relation("styles", "styles", "styles.xml") + relation("shared", "sharedStrings", "sharedStrings.xml");
    std::vector<std::pair<std::string, std::string>> files;
    auto sheets = parts.more_sheets;
    sheets.emplace_back("name=\"Blad1\"", parts.sheet_data);
    for (std::size_t k = 0; k < sheets.size(); ++k) {
        const auto number = std::to_string(k + 1);
        list += "<sheet " + sheets[k].first + " sheetId=\"" + number + "\" r:id=\"s" + number + "\"/>";
        targets += relation("s" + number, "worksheet", "/xl/worksheets/sheet" + number + ".xml");
        files.emplace_back("xl/worksheets/sheet" + number + ".xml",
            part("worksheet", "<sheetData>" + sheets[k].second + "</sheetData>" +
                                  (k + 1 == sheets.size() ? parts.after_data : std::string{})));
    }
    const auto relation_list = [&](const std::string& inside) {
        return "<Relationships xmlns=\"" + std::string{package} + "\">" + inside + "</Relationships>";
    };
    files.emplace_back("_rels/.rels", relation_list(relation("r1", "officeDocument", "xl/workbook.xml")));
    files.emplace_back("xl/workbook.xml", part("workbook", list + "</sheets>"));
    files.emplace_back("xl/_rels/workbook.xml.rels", relation_list(targets));
    files.emplace_back(
        "xl/styles.xml", part("styleSheet", "<numFmts>" + parts.formats + "</numFmts><fonts>" + parts.fonts +
                                                "</fonts><cellXfs>" + parts.styles + "</cellXfs>"));
    files.emplace_back("xl/sharedStrings.xml", part("sst", parts.shared));
    return zipped(files);
}

/// A cell with its own text.
inline std::string inline_cell(const std::string& at, const std::string& text) {
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
}

}  // namespace medskapa::test
