#include "demo/demo.hpp"

#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/issue/splitting.hpp"
#include "app/site/description.hpp"
#include "app/site/site.hpp"
#include "app/staff/staff.hpp"
#include "base/text.hpp"
#include "demo/analysis/priorities.hpp"
#include "demo/analysis/statistics.hpp"
#include "demo/analysis/swot.hpp"
#include "demo/assessments.hpp"
#include "demo/files.hpp"
#include "demo/organisations.hpp"
#include "demo/participation.hpp"
#include "demo/referral.hpp"
#include "demo/stage.hpp"
#include "demo/text.hpp"
#include "demo/votes.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"
#include "web/staff/addresses.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace medskapa::demo {
namespace {

/// Fills one process with the content's files, one after another.
class Filling {
public:
    explicit Filling(Stage& stage) : stage_{stage}, content_{stage.content()}, process_{stage.process} {}

    template <class Verb>
    auto write(const std::string& what, Verb verb) {
        return stage_.write(what, std::move(verb));
    }

    void fill() {
        open();
        add_steps();
        add_activities();
        add_events();
        add_bodies();
        plan_news();
        plan_text(stage_);
        plan_statistics(stage_);
        plan_swot(stage_);
        plan_priorities(stage_);
        plan_participation(stage_);
        plan_assessments(stage_);
        plan_inspel();
        plan_organisations(stage_);
        plan_referral(stage_);
        plan_issues();
        plan_change_of_text(stage_);
        if (!stage_.is_finished_process()) stage_.plan(content_.moment("-20d"), [this] { describe_site(); });
    }

    std::vector<SignInLink> invite_staff() {
        stage_.at(content_.day_zero);
        std::vector<SignInLink> links;
        for (auto name = names_of<Role>.rbegin(); name != names_of<Role>.rend(); ++name) {
            const std::string role{name->word};
            const User user{{}, role + "." + process_.slug + "@example.org", title_of(name->value)};
            const auto invited = write(role, [&](auto& act) { return app::invite(act, user, name->value); });
            links.push_back(
                {user.name, process_.name.original(), path_to(address::sign_in, invited.token.value())});
        }
        return links;
    }

private:
    static std::string title_of(Role role) {
        switch (role) {
            case Role::process_leader: return "Processledare";
            case Role::handler: return "Handläggare";
            case Role::editor: return "Redaktör";
            case Role::moderator: return "Granskare";
            case Role::viewer: break;
        }
        return "Läsare";
    }

    void open() {
        const auto steps = content_.rows("steps.csv");
        stage_.at(LocalTime{content_.day(steps.front()["starts"]).value()});
        open_log(stage_.writer(), stage_.log());
        const auto draft = process_of(content_);
        const auto choices = choices_of(content_);
        process_ = write("process.md", [&](auto& act) { return app::open_process(act, draft, choices); });
    }

    void describe_site() {
        auto description = site_description();
        description.examined_on = content_.day("-30d");
        write("site.csv", [&](auto& act) { return app::describe_site(act, description); });
    }

    void add_steps() {
        for (const auto& row : content_.rows("steps.csv")) {
            Step step;
            step.number = std::stoi(row["number"]);
            step.title = words(row, "title");
            step.text = words(row, "text");
            step.period = {content_.day(row["starts"]), content_.day(row["ends"]),
                named<DatePrecision>(row["precision"])};
            stage_.steps[row["number"]] =
                write("steps.csv", [&](auto& act) { return app::add_step(act, step); }).id;
        }
    }

    void add_activities() {
        for (const auto& row : content_.rows("activities.csv")) {
            Activity activity;
            activity.step = stage_.steps.at(row["step"]);
            activity.slug = row["slug"];
            activity.kind = named<Activity::Kind>(row["kind"]);
            activity.title = words(row, "title");
            activity.text = words(row, "text");
            activity.opens = content_.day(row["opens"]);
            activity.closes = content_.day(row["closes"]);
            stage_.activities[activity.slug] =
                write("activities.csv", [&](auto& act) { return app::add_activity(act, activity); });
        }
    }

    void add_events() {
        for (const auto& row : content_.rows("events.csv")) {
            Event event;
            event.starts = content_.moment(row["starts"]);
            event.ends = content_.moment(row["ends"]);
            event.title = words(row, "title");
            event.place = row["place"];
            event.text = words(row, "text");
            event.notes = notes_of(event);
            event.needs_registration = row["registration"] == "yes";
            write("events.csv", [&](auto& act) { return app::add_event(act, event); });
        }
    }

    /// The minutes of the meeting, where the event's text names one: "Möte M-1".
    std::string notes_of(const Event& event) const {
        const auto at = event.text.original().find("Möte M-");
        if (at == std::string::npos || !content_.folder.empty()) return {};
        const auto meeting = event.text.original().substr(at + std::string_view{"Möte "}.size(), 3);
        std::string notes;
        for (const auto& row : content_.rows("meetings.csv"))
            if (row["meeting"] == meeting)
                notes += fmt::format("{}. **{}**{} {}\n", row["point"], row["agenda_item"],
                    row["kind"] == "decision" ? " (beslut):" : ":", row["text"]);
        return notes;
    }

    void plan_news() {
        for (const auto& row : content_.rows("news.csv")) {
            const NewsItem item{{}, {}, content_.day(row["date"]).value(), words(row, "title"),
                with_days(words(row, "text"), content_)};
            stage_.plan(content_.moment(row["date"]),
                [this, item] { write("news.csv", [&](auto& act) { return app::publish_news(act, item); }); });
        }
    }

    void add_bodies() {
        const auto seats = content_.rows("seats.csv");
        for (const auto& row : content_.rows("bodies.csv")) {
            Body body;
            body.slug = row["id"];
            body.kind = named<Body::Kind>(row["kind"]);
            body.title = words(row, "title");
            body = write("bodies.csv", [&](auto& act) { return app::add_body(act, body); });
            for (const auto& seat : seats)
                if (seat["body"] == row["id"]) add_seat(body, seat);
        }
    }

    void add_seat(const Body& body, const csv::Row& row) {
        const Seat seat{
            {}, row["role"], row["organisation"], content_.day(row["from"]).value(), content_.day(row["to"])};
        write("seats.csv", [&](auto& act) { return app::add_seat(act, body, seat); });
    }

    static std::string actor_kind(const csv::Row& row) {
        const auto& organisation = row["organisation"];
        if (row["actor_kind"] == "education") return "academia";
        if (row["actor_kind"] != "public") return row["actor_kind"];
        if (organisation.find("ommun") != std::string::npos) return "municipality";
        if (organisation.starts_with("Region")) return "region";
        return organisation.find("ryrelse") != std::string::npos ? "state_authority" : "other";
    }

    void plan_inspel() {
        for (const auto& row : content_.rows("inspel.csv"))
            stage_.plan(content_.moment(row["received_at"]), [this, row] { enter(row); });
    }

    /// In a domain that is kept for examples (RFC 2606). Who wrote on paper or rang gave none.
    std::string address_of_sender(const csv::Row& row) const {
        if (row["channel"] != name_of(Channel::web)) return {};
        return "sandare-" + text::lower(row["id"]) + "@example.org";
    }

    void enter(const csv::Row& row) {
        const auto& activity = stage_.activities.at(row["activity"]);
        app::Entered entered;
        entered.draft = {row["title"], row["text"], row["topic"], row["concerns"], row["municipality"],
            actor_kind(row), row["organisation"], address_of_sender(row), row["lang"]};
        entered.channel = named<Channel>(row["channel"]);
        entered.activity = activity.id;
        entered.step = activity.step;
        entered.received_at = stage_.now();
        entered.files = files_of(content_, row["id"]);
        const auto receipt = write("inspel.csv " + row["id"],
            [&](auto& act) { return app::enter_inspel(act, entered, stage_.secret()); });
        stage_.inspel_numbers[row["id"]] = receipt.number;
        stage_.inspel_codes[row["id"]] = receipt.code;
        stage_.plan(stage_.now() + std::chrono::hours{5},
            [this, row, number = receipt.number] { decide(row, number); });
    }

    void decide(const csv::Row& row, int number) {
        look_through_files(stage_, row["id"], number);
        if (row["state"] == "published")
            write("inspel.csv " + row["id"], [&](auto& act) { return app::publish_inspel(act, number); });
        if (row["state"] == "declined")
            write("inspel.csv " + row["id"], [&](auto& act) {
                return app::decline_inspel(act, number, row["reason_code"], row["reason"]);
            });
    }

    void plan_issues() {
        const auto moment = content_.moment(content_.folder.empty() ? "2020-09-01T10:00" : "-2d 16:00");
        stage_.plan(moment, [this] { add_issues(); });
        stage_.plan(moment + std::chrono::hours{2}, [this] { publish_answers(); });
    }

    void add_issues() {
        const auto today = stage_.today();
        std::map<std::string, std::vector<Id<Issue>>> groups;
        for (const auto& row : content_.rows("issues.csv")) {
            IssueDraft draft{row["quote"], "", row["topic"], row["assignee"], content_.day(row["deadline"])};
            const auto issue = write("issues.csv " + row["id"], [&](auto& act) {
                return app::split_inspel(act, stage_.inspel_numbers.at(row["inspel"]), draft, today);
            });
            stage_.issues[row["id"]] = issue.id;
            if (!row["group"].empty()) groups[row["group"]].push_back(issue.id);
            if (row["answered"] == "yes")
                write("issues.csv " + row["id"], [&](auto& act) {
                    return app::answer_issue(act, issue.id, row["outcome"], row["answer"], {});
                });
        }
        for (const auto& [name, issues] : groups)
            if (issues.size() > 1)
                write("issues.csv " + name, [&](auto& act) { return app::group_issues(act, issues, ""); });
        set_rests_aside();
    }

    /// The table quotes what asks for an answer; the rest of those inspel does not.
    void set_rests_aside() {
        std::set<int> numbers;
        for (const auto& row : content_.rows("issues.csv"))
            numbers.insert(stage_.inspel_numbers.at(row["inspel"]));
        for (const auto number : numbers) {
            const auto inspel = store::inspel_numbered(stage_.db(), process_.id, number);
            if (!inspel || store::is_split(stage_.db(), inspel->id)) continue;
            write("the rest of I-" + std::to_string(number),
                [&](auto& act) { return app::set_rest_aside(act, number); });
        }
    }

    void publish_answers() {
        write("issues.csv", [&](auto& act) { return app::publish_answers(act, {}); });
    }

    Stage& stage_;
    const DemoContent& content_;
    Process& process_;
};

}  // namespace

std::vector<SignInLink> fill_demo(
    const store::Installation& installation, const std::string& base_url, Instant now) {
    const auto db = store::begin_installation(installation, now);
    if (!store::processes(*db).empty())
        throw store::InstallationUnusable{{{},
            N_("There is something in {} already. Name an empty folder with --data."), {installation.data}}};
    const auto clock = installation.clock();
    Stage past{installation, base_url, now, "", clock};
    Stage present{installation, base_url, now, "review/", clock};
    std::vector<SignInLink> links;
    for (auto* stage : {&past, &present}) {
        Filling filling{*stage};
        filling.fill();
        plan_votes(*stage, installation);
        stage->carry_out();
    }
    for (auto* stage : {&past, &present}) {
        auto more = Filling{*stage}.invite_staff();
        links.insert(links.end(), more.begin(), more.end());
    }
    sql::Writer writer{sql::open(installation.database(), sql::Access::read_write), [now] { return now; }};
    jobs::publish_log(jobs::log_of(installation, base_url), writer, now);
    return links;
}

}  // namespace medskapa::demo
