// Reads a TopoJSON of countries into the GeoJSON that ECharts takes.

export function geojson(topology, name) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  // A negative number is an arc that is walked from its end.
  const ring = (numbers) => numbers.flatMap((n, k) => {
    const a = n < 0 ? arcs[~n].slice().reverse() : arcs[n];
    return k ? a.slice(1) : a;
  });
  const polygons = (g) => (g.type === "Polygon" ? [g.arcs] : g.type === "MultiPolygon" ? g.arcs : []).map((p) => p.map((r) => unwrap(ring(r))));
  return {
    type: "FeatureCollection",
    features: topology.objects[name].geometries.filter((g) => g.arcs).map((g) => ({
      type: "Feature", id: g.id, properties: { name: g.properties ? g.properties.name : String(g.id) },
      geometry: { type: "MultiPolygon", coordinates: polygons(g) },
    })),
  };
}

// unwrap lets a ring that jumps over the 180th meridian run on beyond it, so that no
// line crosses the whole map. One that goes around a pole stays as it is.
export function unwrap(ring) {
  let shift = 0;
  const out = ring.map(([x, y], k) => {
    if (k > 0) {
      const dx = x - ring[k - 1][0];
      if (dx > 180) shift -= 360; else if (dx < -180) shift += 360;
    }
    return [x + shift, y];
  });
  return shift === 0 ? out : ring;
}
