#include "base/text.hpp"
#include "web/http/request_parser.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;
using namespace medskapa::web::http;

/// A Host that is ours begins with a name that is ours, whatever follows as its port.
void try_input(std::string_view bytes) {
    Options options;
    options.hosts = {"rus.example.org"};
    if (!is_our_host(bytes, options)) return;
    const auto low = text::lower(bytes);
    bool begins_with_ours = false;
    for (const auto* name : {"rus.example.org", "localhost", "127.0.0.1", "[::1]"})
        begins_with_ours |= low == name || low.starts_with(std::string{name} + ':');
    must(begins_with_ours);
}
