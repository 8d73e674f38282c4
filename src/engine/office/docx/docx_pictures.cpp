#include "engine/office/docx/docx_pictures.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::office {
namespace {

constexpr std::int64_t text_width = 6'120'130;  // English metric units: 170 mm
constexpr std::int64_t pixel = 9525;            // of 96 to the inch

constexpr auto inline_drawing =
    R"(<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Bild {number}" descr="{words}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{part}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>)";

/// By what the picture holds, so that the same calls give the same bytes.
std::string id_of(const std::string& part) {
    return "b" + part.substr(0, part.find('-'));
}

}  // namespace

std::string DocxPictures::drawing(const WrittenPicture& written) {
    const auto part = file_name(written.picture);
    bytes_.emplace(part, written.bytes);
    const auto width = std::min(text_width, written.picture.width * pixel);
    return fmt::format(fmt::runtime(inline_drawing), fmt::arg("width", width),
        fmt::arg("height", std::max<std::int64_t>(1, width * written.picture.height / written.picture.width)),
        fmt::arg("number", ++shown_), fmt::arg("words", in_xml(written.words)), fmt::arg("part", part),
        fmt::arg("id", id_of(part)));
}

std::string DocxPictures::relations() const {
    std::string all;
    for (const auto& [part, bytes] : bytes_)
        all += fmt::format(
            R"(<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/{}"/>)"
            "\n",
            id_of(part), part);
    return all;
}

void DocxPictures::add_to(zip::Writer& zip) const {
    for (const auto& [part, bytes] : bytes_) zip.add("word/media/" + part, bytes(), zip::Method::stored);
}

}  // namespace medskapa::office
