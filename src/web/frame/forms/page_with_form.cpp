#include "web/frame/forms/page_with_form.hpp"

namespace medskapa::web {

Response page_with_form(ui::Page content, const Visit& visit, const ui::Complaints& complaints, int status) {
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

}  // namespace medskapa::web
