#include "base/address.hpp"
#include "web/http/target.hpp"

#include "base/text.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;
using namespace medskapa::web::http;

/// A path that is taken leads nowhere but down, and is the same path when it is written again.
void try_input(std::string_view bytes) {
    const auto path = path_of(bytes);
    if (!path) return;
    must(path->starts_with('/') && text::is_valid_utf8(*path));
    must(path->find("//") == path->npos && path->find('\\') == path->npos);
    must((*path + '/').find("/../") == path->npos && (*path + '/').find("/./") == path->npos);
    std::string again;
    for (const auto& segment : text::split(*path, '/'))
        again += (again.empty() ? "" : "/") + percent_encoded(segment);
    must(path_of(again.starts_with('/') ? again : '/' + again).has_value());
    if (const auto fields = fields_of(query_of(bytes), 100)) must(fields->size() <= 100);
}
