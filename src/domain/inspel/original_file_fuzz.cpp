#include "base/text.hpp"
#include "domain/inspel/original_file.hpp"
#include "domain/inspel/plain_picture.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;
using Format = OriginalFile::Format;

/// The first line is the name, the rest the file.
void try_input(std::string_view bytes) {
    const auto line = std::min(bytes.find('\n'), bytes.size());
    const auto name = bytes.substr(0, line);
    const auto content = bytes.substr(std::min(line + 1, bytes.size()));
    for (const auto kinds : {FileKinds::none, FileKinds::pdf_and_pictures, FileKinds::mail}) {
        const auto file = checked_original(name, content, kinds);
        if (!file) {
            must(file.error().complaints.size() == 1);
            continue;
        }
        must(kinds != FileKinds::none && takes(kinds, file->format) && file->size == content.size());
        must(text::is_valid_utf8(file->name) || !text::is_valid_utf8(name));
        must(file->name.find_first_of("/\\\r\n") == std::string::npos);
        if (file->format == Format::jpeg) must(is_plain_jpeg(content) && content.ends_with("\xFF\xD9"));
        if (file->format == Format::png) must(is_plain_png(content));
    }
}
