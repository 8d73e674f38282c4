#include "base/text.hpp"
#include "web/http/target.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;
using namespace medskapa::web::http;

/// The first line is the content type, the rest the body.
void try_input(std::string_view bytes) {
    constexpr std::size_t most = 20;
    const auto line = bytes.find('\n');
    if (line == bytes.npos) return;
    const auto body = bytes.substr(line + 1);
    const auto parts = multipart_of(body, bytes.substr(0, line), most);
    if (!parts) return;
    must(parts->form.size() + parts->uploads.size() <= most);
    std::size_t held = 0;
    for (const auto& [name, value] : parts->form) {
        must(text::is_valid_utf8(name) && text::is_valid_utf8(value));
        held += name.size() + value.size();
    }
    for (const auto& upload : parts->uploads) {
        must(text::is_valid_utf8(upload.field) && text::is_valid_utf8(upload.file_name));
        held += upload.bytes.size();
    }
    must(held <= body.size());
}
