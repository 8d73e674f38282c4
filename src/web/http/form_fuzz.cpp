#include "base/address.hpp"
#include "base/text.hpp"
#include "web/http/target.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;
using namespace medskapa::web::http;

/// Fields that are read are text, no more than allowed, and the same when they are written again.
void try_input(std::string_view bytes) {
    constexpr std::size_t most = 50;
    const auto fields = fields_of(bytes, most);
    if (!fields) return;
    must(fields->size() <= most);
    std::string again;
    for (const auto& [name, value] : *fields) {
        must(text::is_valid_utf8(name) && text::is_valid_utf8(value));
        again += (again.empty() ? "" : "&") + percent_encoded(name) + '=' + percent_encoded(value);
    }
    must(fields_of(again, most) == fields);
}
