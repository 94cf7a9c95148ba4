import { codeSpans } from "../../shared/codeSpans.js";
import { html } from "../../shared/elements.js";
import { codicon } from "../../shared/toolkit.js";
import { redrawnWhereItDiffers, section } from "./section.js";

/** What must be confirmed before it goes on. */
export class QuestionList {
  readonly element: HTMLElement;
  readonly draw: (questions: readonly string[]) => void;

  constructor() {
    const list = html("ul", "questions");
    this.element = section("part toConfirm", "To confirm", list);
    const drawList = redrawnWhereItDiffers(list, (questions: readonly string[]) =>
      questions.map((question) => html("li", "question", codicon("warning"), html("span", "", ...codeSpans(question)))),
    );
    this.draw = (questions) => {
      this.element.hidden = questions.length === 0;
      drawList(questions);
    };
  }
}
