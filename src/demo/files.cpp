#include "demo/files.hpp"

#include "app/inspel/files.hpp"

namespace medskapa::demo {
namespace {

constexpr auto table = "files.csv";

app::SentFile file_named(const std::string& name, const std::string& file) {
    return {name, DemoContent::text("files/" + file)};
}

}  // namespace

std::vector<app::SentFile> files_of(const DemoContent& content, const std::string& inspel) {
    std::vector<app::SentFile> files;
    for (const auto& row : content.rows(table))
        if (row["inspel"] == inspel) files.push_back(app::redrawn(file_named(row["name"], row["file"])));
    return files;
}

void look_through_files(Stage& stage, const std::string& inspel, int number) {
    int file = 0;
    for (const auto& row : stage.content().rows(table)) {
        if (row["inspel"] != inspel) continue;
        ++file;
        if (!row["masked"].empty())
            stage.write("files.csv " + inspel, [&](auto& act) {
                return app::mask_file(act, number, file, file_named(row["masked"], row["masked"]));
            });
        if (row["shown"] == "yes")
            stage.write("files.csv " + inspel,
                [&](auto& act) { return app::show_file(act, number, file, app::Showing::shown); });
    }
}

}  // namespace medskapa::demo
