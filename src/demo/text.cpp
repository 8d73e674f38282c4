#include "demo/text.hpp"

#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "base/text.hpp"
#include "demo/decision.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"

namespace medskapa::demo {
namespace {

LocalTime moment(const char* iso) {
    return time::read_local(iso).value();
}

Lines manuscript_named(const std::string& file, const std::string& code) {
    auto lines = read_manuscript(DemoContent::text(file), code);
    if (!lines) throw std::runtime_error{"the demo's " + file + " cannot be read"};
    return *std::move(lines);
}

Document open(Stage& stage, const std::string& file, const std::string& code, const std::string& title,
    Id<Document> parent) {
    const auto lines = manuscript_named(file, code);
    return stage.write(file, [&](auto& act) {
        return app::open_document(act, {{}, {}, parent, code, title}, lines);
    });
}

void freeze(Stage& stage, const Document& document, Version::Kind kind, const std::string& title) {
    stage.write(title, [&](auto& act) { return app::freeze(act, document, kind, title); });
}

/// The parts of the strategy that are more than words.
void set_types(Stage& stage, const Document& document) {
    const std::pair<const char*, Node::Type> types[] = {{"RUS-3.1", Node::Type::vision},
        {"RUS-3.2", Node::Type::target_picture}, {"RUS-4", Node::Type::sub_goal},
        {"RUS-5", Node::Type::priority}};
    for (const auto& line : store::lines_of(stage.db(), store::draft_of(stage.db(), document.id).id))
        for (const auto& [code, type] : types)
            if (line.node.code.starts_with(code))
                stage.write(line.node.code,
                    [&, kind = type](auto& act) { return app::set_node_type(act, line.node.id, kind); });
}

/// Makes the changes of the content's table, so that the draft becomes the adopted text.
class Rewriting {
public:
    Rewriting(Stage& stage, Document document)
        : stage_{stage},
          document_{std::move(document)},
          adopted_{manuscript_named("document-adopted.md", "RUS")} {}

    void make(const csv::Row& row) {
        const auto kind = row["kind"];
        const auto before = text::split(row["paragraph_before"], ' ');
        const auto after = text::split(row["paragraph_after"], ' ');
        const auto what = "changes.csv " + row["id"];
        const auto grounds = grounds_of(row);
        if (kind == "changed") edit(what, after.front(), grounds);
        if (kind == "new") add(what, after.front(), grounds);
        if (kind == "moved") move(what, before.front(), grounds);
        if (kind == "split") split(what, after, grounds);
        if (kind == "merged") merge(what, before, after.front(), grounds);
        if (kind == "removed") remove(what, before.front(), grounds);
        number_of_[row["id"]] = store::next_change_number(stage_.db(), stage_.process.id) - 1;
    }

    /// The line under the title that says which version it is.
    void rename_version() { edit("RUS-p1", "RUS-p1", {{}, "Versionens namn och dag."}); }

    int number_of(const std::string& id) const { return number_of_.at(id); }

private:
    Grounds grounds_of(const csv::Row& row) const {
        Grounds grounds{{}, row["reason"]};
        for (const auto& id : text::split(row["issues"], ' '))
            if (!id.empty()) grounds.causes.push_back({Cause::Kind::issue, stage_.issues.at(id).value});
        for (const auto& id : text::split(row["referral_answers"], ' '))
            if (const auto number = stage_.inspel_numbers.find(id); number != stage_.inspel_numbers.end())
                grounds.causes.push_back({Cause::Kind::inspel,
                    store::inspel_numbered(stage_.db(), stage_.process.id, number->second)->id.value});
        return grounds;
    }

    Line line(const std::string& code) const {
        const auto draft = store::draft_of(stage_.db(), document_.id);
        const auto node = store::node_named(stage_.db(), stage_.process.id, code);
        return store::line_of(stage_.db(), draft.id, node.value().node.id).value();
    }

    std::size_t adopted_place(const std::string& code) const {
        for (std::size_t i = 0; i < adopted_.size(); ++i)
            if (adopted_[i].node.code == code) return i;
        throw std::runtime_error{"the adopted text has no " + code};
    }
    const std::string& adopted_words(const std::string& code) const {
        return adopted_[adopted_place(code)].text;
    }
    /// The line that stands before it in the adopted text and is in the draft already.
    Id<Node> neighbour(const std::string& code) const {
        for (auto i = adopted_place(code); i-- > 0;) {
            const auto node = store::node_named(stage_.db(), stage_.process.id, adopted_[i].node.code);
            const auto draft = store::draft_of(stage_.db(), document_.id);
            if (node && store::line_of(stage_.db(), draft.id, node->node.id)) return node->node.id;
        }
        throw std::runtime_error{"nothing stands before " + code};
    }

    template <class Verb>
    void write(const std::string& what, Verb verb) {
        stage_.write(what, [&](auto& act) { return verb(act, document_); });
    }

    void edit(const std::string& what, const std::string& code, const Grounds& grounds) {
        const auto now = line(code);
        write(what, [&](auto& act, auto& document) {
            return app::edit_words(act, document, {now.node.id, now.revision, adopted_words(code), grounds});
        });
    }
    void add(const std::string& what, const std::string& code, const Grounds& grounds) {
        write(what, [&](auto& act, auto& document) {
            return app::add_line(act, document,
                {.after = neighbour(code), .code = code, .text = adopted_words(code), .grounds = grounds});
        });
    }
    void move(const std::string& what, const std::string& code, const Grounds& grounds) {
        const auto now = line(code);
        write(what, [&](auto& act, auto& document) {
            return app::move_line(act, document, now.node.id, neighbour(code), grounds);
        });
    }
    void split(const std::string& what, const std::vector<std::string>& codes, const Grounds& grounds) {
        const auto now = line(codes.front());
        write(what, [&](auto& act, auto& document) {
            return app::split_line(act, document,
                {now.node.id, adopted_words(codes.front()), adopted_words(codes.back()), codes.back(),
                    grounds, true});
        });
    }
    void merge(const std::string& what, const std::vector<std::string>& codes, const std::string& kept,
        const Grounds& grounds) {
        const auto& other = codes.front() == kept ? codes.back() : codes.front();
        const Id<Node> nodes[] = {line(kept).node.id, line(other).node.id};
        write(what, [&](auto& act, auto& document) {
            return app::join_lines(act, document, {nodes[0], nodes[1], adopted_words(kept), grounds, true});
        });
    }
    void remove(const std::string& what, const std::string& code, const Grounds& grounds) {
        const auto now = line(code);
        write(what,
            [&](auto& act, auto& document) { return app::remove_line(act, document, now.node.id, grounds); });
    }

    Stage& stage_;
    Document document_;
    Lines adopted_;
    std::map<std::string, int> number_of_;
};

void link_answers(Stage& stage, const Rewriting& rewriting) {
    for (const auto& row : stage.content().rows("issues.csv")) {
        if (row["change"].empty()) continue;
        stage.write("issues.csv " + row["id"], [&](auto& act) {
            return app::link_answer(act, stage.issues.at(row["id"]), rewriting.number_of(row["change"]));
        });
    }
}

void begin_text(Stage& stage) {
    const bool is_living = !stage.is_finished_process();
    const auto strategy =
        open(stage, is_living ? "document-adopted.md" : "document.md", "RUS", "Jämtlands län 2050", {});
    set_types(stage, strategy);
    freeze(stage, strategy, is_living ? Version::Kind::adopted : Version::Kind::referral,
        is_living ? "Strategin som gäller" : "Remissversion");
}

void change_text(Stage& stage) {
    const auto strategy = store::document_named(stage.db(), stage.process.id, "RUS").value();
    Rewriting rewriting{stage, strategy};
    for (const auto& row : stage.content().rows("changes.csv")) rewriting.make(row);
    link_answers(stage, rewriting);
    stage.at(moment("2021-02-17T08:30"));
    rewriting.rename_version();
    adopt_text(stage, strategy);
    const auto programme =
        open(stage, "programme.md", "PSS", "Program för smart specialisering 2021–2027", strategy.id);
    freeze(stage, programme, Version::Kind::adopted, "Programmet 2021–2027");
}

}  // namespace

void plan_text(Stage& stage) {
    const auto begun = stage.is_finished_process() ? moment("2020-03-16T09:00")
                                                   : LocalTime{stage.content().day("-60d").value()};
    stage.plan(begun, [&stage] { begin_text(stage); });
}

void plan_change_of_text(Stage& stage) {
    if (stage.is_finished_process()) stage.plan(moment("2020-10-01T09:00"), [&stage] { change_text(stage); });
}

}  // namespace medskapa::demo
