#include "web/frame/log_link.hpp"

#include "base/address.hpp"
#include "web/log/addresses.hpp"

namespace medskapa::web {

Html log_link(const Visit& visit, const std::string& object) {
    return html(R"(<p class="meta"><a rel="nofollow" href="{}">{}</a></p>)",
        with_query(visit.href(address::process_log), {{"q", object}}), visit.words("In the open log"));
}

}  // namespace medskapa::web
