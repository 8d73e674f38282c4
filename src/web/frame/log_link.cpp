#include "web/frame/log_link.hpp"

#include "web/http/target.hpp"

namespace medskapa::web {

Html log_link(const Visit& visit, const std::string& object) {
    return html(R"(<p class="meta"><a href="{}">{}</a></p>)",
        visit.process_href("/logg?q=" + http::encoded(object)), visit.words("In the open log"));
}

}  // namespace medskapa::web
