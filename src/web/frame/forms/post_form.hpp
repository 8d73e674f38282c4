#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// A form that is sent by POST: its fields above each other, then its button.
struct PostForm {
    std::string action;
    Html fields = {};
    Html button = {};
    std::string key = {};  // of the form, where what is sent twice is to be taken once
    bool is_narrow = false;
    bool takes_files = false;
    std::vector<sql::RowVersion> seen = {};  // what the verb demands to have been seen
};

/// The form, guarded against being sent from another site.
Html post_form(const Visit&, const PostForm&);

/// A button that is a form of its own, with hidden fields that say what it does.
Html post_button(const Visit&, const std::string& action, const Html& button, const Html& hidden = {},
    const std::vector<sql::RowVersion>& seen = {});

}  // namespace medskapa::web
