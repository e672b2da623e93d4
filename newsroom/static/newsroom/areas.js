// Draws the areas of stories on the picture of a page, with the mouse or by keyboard. Corners are
// per mille of the picture. Right angles stay right: a corner takes its neighbours along.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const drawing = document.getElementById("drawing");
  if (!drawing) return;
  const FULL = 1000;
  const STEP = 10;
  const SMALLEST = 10;
  const MOST_CORNERS = 40;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const field = document.getElementById("id_areas");
  const svg = drawing.querySelector("svg");
  const stories = [...document.querySelectorAll("input[name=story]")];
  const buttons = Object.fromEntries(["add-area", "cut-corner", "remove-area"].map((id) => [id, document.getElementById(id)]));
  const areas = JSON.parse(document.getElementById("areas").textContent);
  let chosen = -1;
  let corner = -1;
  let isChanged = false;

  // Shapes

  const within = (value) => Math.min(FULL, Math.max(0, Math.round(value)));
  const rectangle = ([left, top], [right, bottom]) => [[left, top], [right, top], [right, bottom], [left, bottom]];
  const isWhole = (corners) =>
    corners.every(([x, y], at) => {
      const [nextX, nextY] = corners[(at + 1) % corners.length];
      return x !== nextX || y !== nextY;
    });

  const moved = (corners, dx, dy) => {
    const far = (values, by) => Math.min(FULL - Math.max(...values), Math.max(-Math.min(...values), by));
    const right = far(corners.map(([x]) => x), dx);
    const down = far(corners.map(([, y]) => y), dy);
    return corners.map(([x, y]) => [within(x + right), within(y + down)]);
  };
  const withCornerMoved = (corners, at, dx, dy) => {
    const [cornerX, cornerY] = corners[at];
    const beside = [(at + 1) % corners.length, (at - 1 + corners.length) % corners.length];
    return corners.map(([x, y], number) => {
      if (number !== at && !beside.includes(number)) return [x, y];
      return [within(x === cornerX ? x + dx : x), within(y === cornerY ? y + dy : y)];
    });
  };
  const withCornerCut = (corners, at) => {
    const part = ([x, y], [toX, toY]) => [(toX - x) / 3, (toY - y) / 3];
    const [x, y] = corners[at];
    const [backX, backY] = part([x, y], corners[(at - 1 + corners.length) % corners.length]);
    const [onX, onY] = part([x, y], corners[(at + 1) % corners.length]);
    const notch = [[x + backX, y + backY], [x + backX + onX, y + backY + onY], [x + onX, y + onY]];
    return [...corners.slice(0, at), ...notch.map(([a, b]) => [within(a), within(b)]), ...corners.slice(at + 1)];
  };

  // What is shown

  const radioOf = (area) => stories.find((story) => Number(story.value) === area.article);
  const put = (button, [x, y]) => {
    button.style.left = `${x / 10}%`;
    button.style.top = `${y / 10}%`;
    drawing.append(button);
  };
  const newButton = (name, label) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.setAttribute("aria-label", label);
    return button;
  };
  const showName = (area, number) => {
    const radio = radioOf(area);
    const headline = radio?.parentElement.querySelector("span").textContent ?? "";
    const button = newButton("area-name", `${drawing.dataset.of} ${headline}`);
    button.textContent = radio?.dataset.number ?? "?";
    button.dataset.area = number;
    button.setAttribute("aria-pressed", String(number === chosen));
    put(button, area.corners.reduce((first, one) => (one[1] < first[1] || (one[1] === first[1] && one[0] < first[0]) ? one : first)));
  };
  const showCorner = (place, number) => {
    const button = newButton(`corner${number === corner ? " is-chosen" : ""}`, `${drawing.dataset.corner} ${number + 1}: ${place.join(", ")}`);
    button.dataset.corner = number;
    put(button, place);
  };
  const show = () => {
    drawing.querySelectorAll("button").forEach((button) => button.remove());
    svg.replaceChildren(
      ...areas.map((area, number) => {
        const polygon = document.createElementNS(svg.namespaceURI, "polygon");
        polygon.setAttribute("points", area.corners.map((place) => place.join(",")).join(" "));
        polygon.dataset.area = number;
        polygon.classList.toggle("is-chosen", number === chosen);
        return polygon;
      }),
    );
    areas.forEach((area, number) => {
      showName(area, number);
      if (number === chosen) area.corners.forEach(showCorner);
    });
    for (const story of stories) {
      const count = areas.filter((area) => area.article === Number(story.value)).length;
      story.parentElement.querySelector(".drawing-count").textContent = count || "";
    }
    buttons["remove-area"].disabled = chosen < 0;
    buttons["cut-corner"].disabled = corner < 0 || areas[chosen].corners.length + 2 > MOST_CORNERS;
    buttons["add-area"].disabled = !stories.length;
    field.value = JSON.stringify(areas);
  };
  const focusOn = () => {
    const name = corner < 0 ? `.area-name[data-area="${chosen}"]` : `.corner[data-corner="${corner}"]`;
    drawing.querySelector(name)?.focus({ preventScroll: true });
  };

  // What is done

  const choose = (area, at = -1) => {
    [chosen, corner] = [area, at];
    const radio = areas[area] && radioOf(areas[area]);
    if (radio) radio.checked = true;
    show();
  };
  const change = (corners) => {
    if (!isWhole(corners)) return;
    areas[chosen].corners = corners;
    isChanged = true;
    show();
  };
  const add = (corners) => {
    const story = stories.find((one) => one.checked);
    if (!story) return;
    areas.push({ article: Number(story.value), corners });
    isChanged = true;
    choose(areas.length - 1);
  };
  const remove = () => {
    if (chosen < 0) return;
    areas.splice(chosen, 1);
    isChanged = true;
    choose(-1);
    buttons["add-area"].focus();
  };

  buttons["add-area"].addEventListener("click", () => {
    add(rectangle([350, 400], [650, 600]));
    focusOn();
  });
  buttons["remove-area"].addEventListener("click", remove);
  buttons["cut-corner"].addEventListener("click", () => {
    corner += 1;
    change(withCornerCut(areas[chosen].corners, corner - 1));
    focusOn();
  });
  stories.forEach((story) => story.addEventListener("change", () => choose(-1)));

  // Keyboard

  drawing.addEventListener("focusin", ({ target }) => {
    const [area, at] = target.dataset.area ? [Number(target.dataset.area), -1] : [chosen, Number(target.dataset.corner)];
    if (area === chosen && at === corner) return;
    choose(area, at);
    focusOn();
  });
  drawing.addEventListener("keydown", (event) => {
    if (chosen < 0) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remove();
    }
    if (!(event.key in ARROWS)) return;
    event.preventDefault();
    const [dx, dy] = ARROWS[event.key].map((by) => by * (event.shiftKey ? STEP / 10 : STEP));
    const { corners } = areas[chosen];
    change(corner < 0 ? moved(corners, dx, dy) : withCornerMoved(corners, corner, dx, dy));
    focusOn();
  });

  // Mouse, pen and finger; a finger on an empty place scrolls.

  const placeOf = (event) => {
    const box = drawing.getBoundingClientRect();
    return [within(((event.clientX - box.left) / box.width) * FULL), within(((event.clientY - box.top) / box.height) * FULL)];
  };
  const follow = (event, move, end = () => {}) => {
    event.preventDefault();
    drawing.setPointerCapture(event.pointerId);
    const onMove = (next) => move(placeOf(next));
    drawing.addEventListener("pointermove", onMove);
    const stop = () => {
      drawing.removeEventListener("pointermove", onMove);
      drawing.removeEventListener("pointercancel", stop);
      end();
    };
    drawing.addEventListener("pointerup", stop, { once: true });
    drawing.addEventListener("pointercancel", stop, { once: true });
  };
  const drag = (event, from, shape) => {
    const { corners } = areas[chosen];
    follow(event, ([x, y]) => change(shape(corners, x - from[0], y - from[1])), focusOn);
  };
  const draw = (event, from) => {
    let isBegun = false;
    follow(event, (to) => {
      if (isBegun) change(rectangle(from, to));
      else if (to.every((value, axis) => Math.abs(value - from[axis]) >= SMALLEST)) {
        add(rectangle(from, to));
        isBegun = true;
      }
    }, focusOn);
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const from = placeOf(event);
    const { area, corner: at } = event.target.dataset;
    if (at !== undefined) {
      choose(chosen, Number(at));
      drag(event, from, (corners, dx, dy) => withCornerMoved(corners, corner, dx, dy));
    } else if (area !== undefined) {
      choose(Number(area));
      drag(event, from, moved);
    } else if (event.pointerType !== "touch") {
      choose(-1);
      draw(event, from);
    }
  });

  field.form.addEventListener("submit", () => (isChanged = false));
  addEventListener("beforeunload", (event) => isChanged && event.preventDefault());
  show();
});
