#include "web/mail/note.hpp"

#include "web/mail/addresses.hpp"

namespace medskapa::web::mail {

Html note(const Visit& visit, const std::string& subject) {
    return html("<p class=\"meta\"><a href=\"{}\">{}</a></p>",
        with_query(visit.href(address::follow_page), {{"om", subject}}),
        visit.words("Get news of this by e-mail"));
}

}  // namespace medskapa::web::mail
