#include "base/text.hpp"
#include "engine/office/odt/odt_reader.hpp"

#include <algorithm>
#include <set>

/// What stands in frames: pictures, text boxes, objects.
namespace medskapa::office {
namespace {

/// What may hold paragraphs of its own.
bool is_shape(std::string_view name) {
    static const std::set<std::string_view> names{"draw:custom-shape", "draw:rect", "draw:circle",
        "draw:ellipse", "draw:polygon", "draw:line", "draw:polyline", "draw:path", "draw:caption",
        "draw:connector", "draw:regular-polygon"};
    return names.contains(name);
}

/// The part of the file that an address means; empty where it leads out of the file.
std::string part_of(std::string address) {
    if (address.starts_with("./")) address.erase(0, 2);
    const bool is_outside =
        address.starts_with('/') || address.find("..") != address.npos || address.find(':') != address.npos;
    return is_outside ? std::string{} : address;
}

/// By its name: a picture of points, not of strokes.
bool is_of_points(const std::string& part) {
    const auto name = text::lower(part);
    return name.ends_with(".png") || name.ends_with(".jpg") || name.ends_with(".jpeg");
}

}  // namespace

void OdtReader::open_frame(std::string_view name, const Attributes& attributes) {
    if (name == "draw:frame" || is_shape(name)) {
        frames_.push_back({.is_shape = is_shape(name), .is_hidden = is_hidden()});
        if (is_shape(name)) assembly_.begin_frame();
    }
    if (frames_.empty()) return;
    auto& frame = frames_.back();
    if (name == "draw:image") frame.pictures.push_back(part_of(attributes.get("xlink:href")));
    if (name == "draw:text-box") {
        frame.has_text = true;
        assembly_.begin_frame();
    }
    if (name != "draw:object" && name != "draw:object-ole" && name != "draw:plugin") return;
    frame.has_object = true;
    if (name == "draw:object") read_object(attributes.get("xlink:href"));
}

/// A frame shows one thing: an object has a picture next to it for who cannot show it.
void OdtReader::close_drawing(std::string_view name) {
    if (frames_.empty()) return;
    if (name == "draw:text-box") return assembly_.end_frame();
    if (name != "draw:frame" && !is_shape(name)) return;
    const auto frame = frames_.back();
    frames_.pop_back();
    if (frame.is_shape) assembly_.end_frame();
    if (frame.is_equation) return;
    if (frame.has_object)
        assembly_.leave_out(LeftOut::object);
    else if (!frame.pictures.empty())
        keep_picture(frame);
    else if (frame.is_shape && !frame.has_text)
        assembly_.leave_out(LeftOut::picture);
}

/// A frame may hold the same picture in several formats: the first that everybody can show is read.
void OdtReader::keep_picture(const Frame& frame) {
    const auto best = std::find_if(frame.pictures.begin(), frame.pictures.end(), is_of_points);
    const auto& part = best == frame.pictures.end() ? frame.pictures.front() : *best;
    if (frame.is_hidden)
        assembly_.leave_out(LeftOut::hidden);
    else if (part.empty())
        assembly_.leave_out(LeftOut::picture);
    else
        assembly_.add_picture(part, frame.words);
}

}  // namespace medskapa::office
