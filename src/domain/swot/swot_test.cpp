#include "domain/swot/swot.hpp"

#include <doctest/doctest.h>
#include "domain/field.hpp"

using namespace medskapa;

namespace {

Result<SwotItem> with(const std::string& text) {
    SwotItem item;
    item.number = 3;
    item.text = Localized{text};
    return checked(item);
}

}  // namespace

TEST_CASE("what holds is said in one sentence, on one line, that is neither nothing nor a page") {
    CHECK(with("  Många\narbetar på hotell.  ")->text.original() == "Många arbetar på hotell.");
    CHECK(with(" \n ").error().complaints.front().place == Field::text);
    CHECK(with(std::string(300, 'a')));
    CHECK(with(std::string(301, 'a')).error().complaints.front().place == Field::text);
    CHECK(reference(*with("Ord")) == "S-3");
}
